package io.github.rustfit.samples.crudapi.service;

import io.github.rustfit.samples.crudapi.domain.Customer;
import io.github.rustfit.samples.crudapi.domain.InvalidInputException;
import io.github.rustfit.samples.crudapi.domain.NotFoundException;
import io.github.rustfit.samples.crudapi.repository.CustomerRepository;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** What can be done with customers. */
public final class CustomerService {
  private static final int PAGE_SIZE = 50;

  private final CustomerRepository customers;

  /** Keeps customers in the repository. */
  public CustomerService(CustomerRepository customers) {
    this.customers = customers;
  }

  /**
   * Returns one customer.
   *
   * @throws NotFoundException if there is no such customer
   */
  public Customer get(long id) {
    return customers.find(id).orElseThrow(() -> new NotFoundException("customer " + id));
  }

  /** Returns one page of a city's customers; the first page is 0. */
  public List<Customer> inCity(String city, int page) {
    if (city == null || page < 0) {
      throw new InvalidInputException("a city and a page from 0 are needed");
    }
    return customers.inCity(city, PAGE_SIZE, page * PAGE_SIZE);
  }

  /** Adds a customer. */
  public Customer create(Customer.Details details) {
    return customers.insert(details, Instant.now().truncatedTo(ChronoUnit.MILLIS));
  }

  /**
   * Replaces a customer's details and returns the result.
   *
   * @throws NotFoundException if there is no such customer
   */
  public Customer update(long id, Customer.Details details) {
    if (!customers.update(id, details)) {
      throw new NotFoundException("customer " + id);
    }
    return get(id);
  }
}
