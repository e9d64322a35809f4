create table if not exists customer (
  id bigint generated always as identity primary key,
  name varchar(120) not null,
  email varchar(200) not null,
  city varchar(80) not null,
  created_at timestamp with time zone not null
);
create index if not exists customer_city on customer (city, id);

create table if not exists purchase_order (
  id bigint generated always as identity primary key,
  customer_id bigint not null references customer,
  status varchar(20) not null,
  placed_at timestamp with time zone not null
);
create index if not exists order_customer on purchase_order (customer_id, id);

create table if not exists order_line (
  order_id bigint not null references purchase_order,
  position integer not null,
  product varchar(120) not null,
  quantity integer not null,
  unit_price_cents bigint not null,
  primary key (order_id, position)
);
