// SPDX-License-Identifier: Apache-2.0
package io.shakebook.kubernetes.api;

import io.shakebook.spi.kube.Kind;
import io.shakebook.spi.kube.Manifest;
import java.util.List;
import java.util.Map;

/**
 * What every object of an API server must look like, so that nothing that comes after has to ask. Whatever sits at the
 * address may answer anything.
 */
final class Shape {
    private static final List<String> TEXTS =
            List.of("name", "namespace", "uid", "resourceVersion", "deletionTimestamp", "creationTimestamp");
    private static final List<String> MAPS = List.of("labels", "annotations");
    private static final List<String> LISTS_OF_MAPS = List.of("ownerReferences", "managedFields");

    private Shape() {}

    /** What is wrong, in words; empty if nothing is. */
    static String wrong(Manifest object, Kind kind) {
        String found = object.text("apiVersion") + "/" + object.text("kind");
        if (!found.equals(kind.toString())) {
            return "it is of the kind \"" + found + "\"";
        }
        Map<String, Object> tree = object.tree();
        if (!(tree.get("metadata") instanceof Map<?, ?> metadata)) {
            return "its metadata is not a map";
        }
        for (String part : List.of("spec", "status")) {
            if (tree.containsKey(part) && !(tree.get(part) instanceof Map)) {
                return "its " + part + " is not a map";
            }
        }
        return metadata(metadata);
    }

    /** What is wrong with a page of a list; of a kind of somebody's own its list may have any name. */
    static String wrongList(Manifest page, Kind kind) {
        String found = page.text("kind");
        String version = page.text("apiVersion");
        if (Bodies.saysNo(page)) {
            return "a failure, " + page.text("message");
        }
        if (!found.endsWith("List")) {
            return "no list but \"" + found + "\"";
        }
        boolean builtIn = !kind.apiVersion().contains(".")
                || kind.apiVersion().split("/", 2)[0].endsWith(".k8s.io");
        boolean named = !builtIn || found.equals(kind.name() + "List");
        return named && (version.isEmpty() || version.equals(kind.apiVersion()))
                ? ""
                : "a list of another kind, \"" + version + "/" + found + "\"";
    }

    private static String metadata(Map<?, ?> metadata) {
        for (String text : TEXTS) {
            if (metadata.containsKey(text) && !(metadata.get(text) instanceof String)) {
                return "its metadata." + text + " is not a text";
            }
        }
        for (String map : MAPS) {
            if (metadata.containsKey(map) && !texts(metadata.get(map))) {
                return "its metadata." + map + " is not a map of texts";
            }
        }
        for (String list : LISTS_OF_MAPS) {
            if (metadata.containsKey(list) && !maps(metadata.get(list))) {
                return "its metadata." + list + " is not a list of maps";
            }
        }
        return "";
    }

    private static boolean texts(Object value) {
        return value instanceof Map<?, ?> map && map.values().stream().allMatch(String.class::isInstance);
    }

    private static boolean maps(Object value) {
        return value instanceof List<?> list && list.stream().allMatch(Map.class::isInstance);
    }
}
