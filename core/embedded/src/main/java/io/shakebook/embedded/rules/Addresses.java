// SPDX-License-Identifier: Apache-2.0
package io.shakebook.embedded.rules;

import io.shakebook.embedded.json.Json;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Hands out cluster addresses and node ports. What is taken is read off the Services that exist, so that nothing has
 * to be given back. Dry runs get made-up values from a part of the ranges that is never handed out for real, as a real
 * server's dry run shows values that a later request does not get.
 */
public final class Addresses {
    private static final int FIRST_PORT = 30000;
    private static final int LAST_PORT = 32767;
    private static final int FIRST_MADE_UP_PORT = 32700;
    private static final int MADE_UP_NET = 255;

    private final String prefix;
    private final RandomGenerator random;

    /** @param prefix the first two numbers of the cluster's service addresses, such as {@code 10.96} */
    public Addresses(String prefix, RandomGenerator random) {
        this.prefix = prefix;
        this.random = random;
    }

    /**
     * Fills in what the Service needs and does not have.
     *
     * @param others all other Services of the cluster
     */
    public void assign(ObjectNode service, List<ObjectNode> others, boolean dryRun, Violations found) {
        ObjectNode spec = Json.ensure(service, "spec");
        if (Json.text(spec, "type").equals("ExternalName")) {
            spec.remove("clusterIP");
            spec.remove("clusterIPs");
            return;
        }
        clusterIp(spec, others, dryRun, found);
        if (ServiceRules.hasNodePorts(spec)) {
            nodePorts(spec, others, dryRun, found);
        }
    }

    private void clusterIp(ObjectNode spec, List<ObjectNode> others, boolean dryRun, Violations found) {
        String wanted = Json.text(spec, "clusterIP");
        if (wanted.isEmpty()) {
            wanted = Json.text(spec.path("clusterIPs").path(0));
        }
        Set<String> taken = new HashSet<>();
        others.forEach(other -> taken.add(Json.text(other, "spec", "clusterIP")));
        if (wanted.isEmpty()) {
            wanted = free(taken, dryRun);
        } else if (!wanted.equals("None") && taken.contains(wanted)) {
            found.invalid(
                    "spec.clusterIPs",
                    Json.array().add(wanted),
                    "failed to allocate IP " + wanted + ": provided IP is already allocated");
        } else if (!wanted.equals("None") && !wanted.startsWith(prefix + ".")) {
            found.invalid(
                    "spec.clusterIPs",
                    Json.array().add(wanted),
                    "failed to allocate IP " + wanted
                            + ": the provided IP (" + wanted + ") is not in the valid range. The range of valid IPs is "
                            + prefix + ".0.0/16");
        }
        spec.put("clusterIP", wanted);
        spec.putArray("clusterIPs").add(wanted);
    }

    private String free(Set<String> taken, boolean dryRun) {
        while (true) {
            int third = dryRun ? MADE_UP_NET : random.nextInt(MADE_UP_NET);
            String address = prefix + "." + third + "." + random.nextInt(1, 255);
            if (!taken.contains(address)) {
                return address;
            }
        }
    }

    private void nodePorts(ObjectNode spec, List<ObjectNode> others, boolean dryRun, Violations found) {
        Set<Long> taken = new HashSet<>();
        others.forEach(other ->
                Json.eachObject(Json.at(other, "spec", "ports"), port -> taken.add(Json.number(port, 0, "nodePort"))));
        JsonNode ports = spec.path("ports");
        for (int i = 0; i < ports.size(); i++) {
            long port = Json.number(ports.get(i), 0, "nodePort");
            String field = "spec.ports[" + i + "].nodePort";
            if (port == 0) {
                continue;
            }
            if (port < FIRST_PORT || port > LAST_PORT) {
                found.invalid(
                        field,
                        ports.get(i).path("nodePort"),
                        "provided port is not in the valid range. " + "The range of valid ports is " + FIRST_PORT + "-"
                                + LAST_PORT);
            } else if (!taken.add(port)) {
                found.invalid(field, ports.get(i).path("nodePort"), "provided port is already allocated");
            }
        }
        Json.eachObject(ports, port -> {
            if (Json.number(port, 0, "nodePort") == 0) {
                port.put("nodePort", freePort(taken, dryRun));
            }
        });
    }

    private int freePort(Set<Long> taken, boolean dryRun) {
        boolean full = taken.size() > (FIRST_MADE_UP_PORT - FIRST_PORT) / 2;
        int first = dryRun && !full ? FIRST_MADE_UP_PORT : FIRST_PORT;
        int end = dryRun || full ? LAST_PORT + 1 : FIRST_MADE_UP_PORT;
        while (true) {
            int port = random.nextInt(first, end);
            if (taken.add((long) port)) {
                return port;
            }
        }
    }
}
