package it.core;

public final class Main {}
