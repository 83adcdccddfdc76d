// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.plan;

import static java.util.Objects.requireNonNull;

import io.shakebook.spi.kube.Manifest;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a look-up found while planning, with what is needed to ask it again.
 *
 * @param address phase path and name: {@code sync/shards}
 * @param args bound arguments, as in a step
 * @param rows columns by row key; a single row has the empty key
 */
public record FactRecord(
        String address,
        String lookup,
        String evidence,
        Map<String, Object> args,
        Map<String, Map<String, Object>> rows) {
    public FactRecord {
        requireNonNull(address, "address");
        requireNonNull(lookup, "lookup");
        requireNonNull(evidence, "evidence");
        args = new Manifest(args).tree();
        Map<String, Map<String, Object>> copies = new LinkedHashMap<>();
        rows.forEach((key, columns) -> copies.put(key, new Manifest(columns).tree()));
        rows = Collections.unmodifiableMap(copies);
    }
}
