package parley.local.gateway;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One method of a resource.
 *
 * @param resourcePath the path as the template has it
 * @param httpMethod such as {@code GET}
 * @param authorizer who says whom it serves; empty where it serves everybody
 * @param required request parameters that must be there, where a validator checks them: {@code
 *     method.request.querystring.q}
 * @param models by media type, where a validator checks bodies
 * @param integration what answers
 * @param statuses the statuses that the method declares
 */
record Method(
    String resourcePath,
    String httpMethod,
    Optional<Authorizer> authorizer,
    List<String> required,
    Map<String, Model> models,
    Integration integration,
    Set<String> statuses) {}
