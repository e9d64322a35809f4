package io.github.rustfit.samples.quarkusreadings.web;

import io.github.rustfit.samples.quarkusreadings.intake.Batch;
import io.github.rustfit.samples.quarkusreadings.intake.Intake;
import io.github.rustfit.samples.quarkusreadings.intake.Receipt;
import io.github.rustfit.samples.quarkusreadings.series.Day;
import io.github.rustfit.samples.quarkusreadings.series.Series;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** What gateways send to, and what customers look at. */
@Path("/readings")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ReadingsResource {

  @Inject Intake intake;
  @Inject Series series;

  /** Takes what a gateway has collected. */
  @POST
  public Receipt take(Batch batch) {
    return intake.take(batch);
  }

  /** The latest day of a meter. */
  @GET
  @Path("/{meter}")
  public Day day(@PathParam("meter") int meter) {
    return series.day(meter).orElseThrow(NotFoundException::new);
  }
}
