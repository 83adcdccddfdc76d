// SPDX-License-Identifier: Apache-2.0
package io.shakebook;

/** What two sites start with, as JSON for a real API server: the same as in the demo inventory, as far as it is read. */
final class RealSeed {
    private static final String A = "\"app.kubernetes.io/component\":\"redis\","
            + "\"app.kubernetes.io/managed-by\":\"redis-operator\",\"app.kubernetes.io/name\":\"redis-a\",\"role\":\"leader\"";
    private static final String B = "\"app.kubernetes.io/component\":\"redis\","
            + "\"app.kubernetes.io/managed-by\":\"redis-operator\",\"app.kubernetes.io/name\":\"redis-b\","
            + "\"app.kubernetes.io/part-of\":\"redis-failover\",\"redis-failover\":\"master\","
            + "\"redisfailovers.databases.spotahome.com/name\":\"redis-b\"";
    private static final String POD = "\"containers\":[{\"name\":\"redis\",\"image\":\"redis:7.0\"}]";

    private RealSeed() {}

    static String namespace(String name) {
        return "{\"metadata\":{\"name\":\"" + name + "\"}}";
    }

    static String secret(String name) {
        return "{\"metadata\":{\"name\":\"" + name + "\"},\"stringData\":{\"password\":\"of-a-test\"}}";
    }

    static String leaders() {
        return "{\"metadata\":{\"name\":\"redis-a-leader\"},\"spec\":{\"serviceName\":\"h\",\"replicas\":3,"
                + "\"selector\":{\"matchLabels\":{" + A + "}},"
                + "\"template\":{\"metadata\":{\"labels\":{" + A + "}},\"spec\":{" + POD + "}}}}";
    }

    static String leaderService() {
        return "{\"metadata\":{\"name\":\"redis-a-leader\"},\"spec\":{\"ports\":[{\"port\":6379}],\"selector\":{" + A
                + "}}}";
    }

    static String master() {
        return "{\"metadata\":{\"name\":\"rfr-redis-b-0\",\"labels\":{" + B + "}},\"spec\":{" + POD + "}}";
    }

    /** What drift needs to read for these playbooks. */
    static String readersRole() {
        return "{\"metadata\":{\"name\":\"drift-reader\"},\"rules\":["
                + "{\"apiGroups\":[\"\",\"apps\"],\"verbs\":[\"get\",\"list\"],"
                + "\"resources\":[\"pods\",\"services\",\"configmaps\",\"deployments\",\"statefulsets\"]},"
                + "{\"apiGroups\":[\"\"],\"verbs\":[\"get\"],\"resources\":[\"secrets\"]}]}";
    }

    static String readersBinding() {
        return "{\"metadata\":{\"name\":\"drift-reader\"},"
                + "\"roleRef\":{\"apiGroup\":\"rbac.authorization.k8s.io\",\"kind\":\"ClusterRole\",\"name\":\"drift-reader\"},"
                + "\"subjects\":[{\"apiGroup\":\"rbac.authorization.k8s.io\",\"kind\":\"User\",\"name\":\"operator\"}]}";
    }
}
