try {
    return new ProcessBuilder('cargo', '--version').redirectErrorStream(true).start().waitFor() == 0
} catch (IOException e) {
    println 'A port cannot be tried here: there is no cargo.'
    return false
}
