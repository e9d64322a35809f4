//! Sorts orders by customer, then the dearest first, then by number.

use crate::lcg::{Lcg, mix};

struct Order {
    number: i32,
    customer: String,
    price: f64,
}

pub fn kernel() -> crate::Kernel {
    let mut random = Lcg::new(41);
    let orders: Vec<Order> = (0..8000)
        .map(|number| Order {
            number,
            customer: format!("customer-{}", random.below(300)),
            price: random.below(50) as f64,
        })
        .collect();
    Box::new(move || {
        let mut sorted: Vec<&Order> = orders.iter().collect();
        sorted.sort_by(|a, b| {
            a.customer
                .cmp(&b.customer)
                .then_with(|| b.price.total_cmp(&a.price))
                .then_with(|| a.number.cmp(&b.number))
        });
        sorted.iter().fold(0, |sum, order| mix(sum, i64::from(order.number)))
    })
}
