package io.github.rustfit.samples.crudapi.domain;

import java.time.Instant;

/** Somebody who places orders. */
public record Customer(long id, String name, String email, String city, Instant createdAt) {

  /** What a client may set; the rest is given by the service. */
  public record Details(String name, String email, String city) {
    /** Rejects missing names and cities and addresses without an at sign. */
    public Details {
      if (name == null || name.isBlank()) {
        throw new InvalidInputException("name is missing");
      }
      if (email == null || email.indexOf('@') < 1) {
        throw new InvalidInputException("email is not an address");
      }
      if (city == null || city.isBlank()) {
        throw new InvalidInputException("city is missing");
      }
    }
  }
}
