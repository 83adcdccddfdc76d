/**
 * The wire: routing, discovery, tables, watches. Decides nothing about objects.
 */
@NullMarked
package io.shakebook.embedded.http;

import org.jspecify.annotations.NullMarked;
