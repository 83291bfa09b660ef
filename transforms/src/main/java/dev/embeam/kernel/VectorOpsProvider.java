package dev.embeam.kernel;

/**
 * Chooses the implementation of {@link VectorOps} once in the life of the JVM. The system property {@value #PROPERTY} forces
 * one: {@code scalar} or {@code simd}; the latter fails where vectors cannot be had.
 */
final class VectorOpsProvider {
    /** Name of the system property. */
    static final String PROPERTY = "embeam.kernel";

    private static final System.Logger LOG = System.getLogger(VectorOpsProvider.class.getName());

    /** The implementation in force. A constant to the compiler, which therefore calls it directly. */
    static final VectorOps OPS = choose(System.getProperty(PROPERTY, "auto"));

    /** The inner products in force. */
    static final ProductOps PRODUCTS = OPS.products();

    private VectorOpsProvider() {}

    static VectorOps choose(String wanted) {
        return switch (wanted) {
            case "scalar" -> new ScalarOps();
            case "simd" -> simd();
            case "auto" -> simdOrScalar();
            default ->
                throw new IllegalArgumentException("system property " + PROPERTY + " is \"" + wanted
                        + "\"; expected scalar or simd, or none for the best of this machine");
        };
    }

    private static VectorOps simdOrScalar() {
        try {
            return simd();
        } catch (IllegalStateException e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "Vectors are computed by plain loops, with equal results: {0}",
                    e.getMessage());
            return new ScalarOps();
        }
    }

    private static VectorOps simd() {
        if (ModuleLayer.boot().findModule("jdk.incubator.vector").isEmpty()) {
            throw new IllegalStateException("the JVM runs without the vector module; start it with the flag"
                    + " --add-modules jdk.incubator.vector");
        }
        String compiler = System.getProperty("java.vm.info", "");
        if (!compiler.startsWith("mixed mode") || compiler.contains("emulated-client")) {
            throw new IllegalStateException("the JVM runs without its optimising compiler (" + compiler
                    + "), where vectors are slower than loops; leave out flags such as -Xint or -XX:TieredStopAtLevel");
        }
        return load();
    }

    private static VectorOps load() {
        try {
            return (VectorOps) Class.forName("dev.embeam.kernel.SimdOps")
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException | LinkageError e) {
            throw new IllegalStateException("the vector module is there, but cannot be used: " + reason(e), e);
        }
    }

    private static Throwable reason(Throwable e) {
        Throwable cause = e.getCause();
        return cause == null ? e : cause;
    }
}
