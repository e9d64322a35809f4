package it.core;

public class Main {}
