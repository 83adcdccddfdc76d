/**
 * What a control plane does by itself: workloads, pods, endpoints, namespaces, garbage. Works on the registry only.
 */
@NullMarked
package io.shakebook.embedded.controller;

import org.jspecify.annotations.NullMarked;
