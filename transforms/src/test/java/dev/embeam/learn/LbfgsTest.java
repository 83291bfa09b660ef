package dev.embeam.learn;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** The search against SciPy's, step for step. */
class LbfgsTest {
    @Test
    void followsThePathOfScipyAlongRosenbrocksValley() throws IOException {
        for (JsonNode golden : Golden.cases("rosenbrock")) {
            Rosenbrock valley = new Rosenbrock(golden.get("arguments").asInt());
            Minimum minimum = Lbfgs.minimize(valley, 1e-4, golden.get("limit").asInt());
            String which = golden.toString();
            assertThat(minimum.iterations())
                    .as(which)
                    .isEqualTo(golden.get("iterations").asInt());
            assertThat(valley.evaluations)
                    .as(which)
                    .isEqualTo(golden.get("evaluations").asInt());
            assertThat(minimum.converged())
                    .as(which)
                    .isEqualTo(golden.get("converged").asBoolean());
            assertThat(minimum.point())
                    .as(which)
                    .containsExactly(Golden.doubles(golden.get("point")), Offset.offset(1e-6));
        }
    }

    @Test
    void flatStartIsAlreadyTheEnd() {
        Minimum minimum = Lbfgs.minimize(new Quartic(0), 1e-4, 100);
        assertThat(minimum.iterations()).isZero();
        assertThat(minimum.converged()).isTrue();
    }

    @Test
    void limitOfIterationsIsNoConvergence() {
        Minimum minimum = Lbfgs.minimize(new Quartic(1000), 1e-4, 2);
        assertThat(minimum.iterations()).isEqualTo(2);
        assertThat(minimum.converged()).isFalse();
    }

    @Test
    void slopeWithoutDescentEndsWithoutConvergence() {
        Minimum minimum = Lbfgs.minimize(new Deceiver(), 1e-4, 100);
        assertThat(minimum.converged()).isFalse();
        assertThat(minimum.point()).containsExactly(0);
    }

    /** (x - middle)^4. */
    private record Quartic(double middle) implements Objective {
        @Override
        public int arguments() {
            return 1;
        }

        @Override
        public double at(double[] point, double[] gradient) {
            gradient[0] = 4 * Math.pow(point[0] - middle, 3);
            return Math.pow(point[0] - middle, 4);
        }
    }

    /** Rises on both sides of 0, whatever its gradient says. */
    private record Deceiver() implements Objective {
        @Override
        public int arguments() {
            return 1;
        }

        @Override
        public double at(double[] point, double[] gradient) {
            gradient[0] = -1;
            return Math.abs(point[0]);
        }
    }

    private static final class Rosenbrock implements Objective {
        private final int arguments;
        private int evaluations;

        Rosenbrock(int arguments) {
            this.arguments = arguments;
        }

        @Override
        public int arguments() {
            return arguments;
        }

        @Override
        public double at(double[] point, double[] gradient) {
            evaluations++;
            Arrays.fill(gradient, 0);
            double value = 0;
            for (int i = 0; i + 1 < arguments; i++) {
                double bend = point[i + 1] - point[i] * point[i];
                double way = 1 - point[i];
                value += 100 * bend * bend + way * way;
                gradient[i] += -400 * bend * point[i] - 2 * way;
                gradient[i + 1] += 200 * bend;
            }
            return value;
        }
    }
}
