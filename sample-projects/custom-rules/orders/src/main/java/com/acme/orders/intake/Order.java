package com.acme.orders.intake;

/**
 * An order.
 *
 * @param number its number
 * @param items how many things were ordered
 * @param cents what they cost
 */
public record Order(long number, int items, long cents) {}
