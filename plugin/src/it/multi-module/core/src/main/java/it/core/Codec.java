package it.core;

public class Codec {
  public int encode(int value) {
    return value * 31;
  }
}
