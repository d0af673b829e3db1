/**
 * A crowd of invented customers for the demonstration: they live on a fake platform and reach Svara
 * by its webhooks only.
 */
package io.svara.testing.platforms.demo;
