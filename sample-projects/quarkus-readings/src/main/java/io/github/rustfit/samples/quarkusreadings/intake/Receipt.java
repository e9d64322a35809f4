package io.github.rustfit.samples.quarkusreadings.intake;

import java.util.ArrayList;
import java.util.List;

/** What became of a batch. */
public class Receipt {

  public int taken;
  public List<String> refused = new ArrayList<>();
}
