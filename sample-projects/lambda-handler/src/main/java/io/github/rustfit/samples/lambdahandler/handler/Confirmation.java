package io.github.rustfit.samples.lambdahandler.handler;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * The letter that confirms an order.
 *
 * @param to the address
 * @param subject of the letter
 * @param html the letter
 * @param total with tax
 * @param delivery when the goods should arrive
 */
public record Confirmation(
    String to, String subject, String html, BigDecimal total, LocalDate delivery) {}
