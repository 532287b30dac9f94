using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using MyNumber.Jpki.Authority.Status;

namespace MyNumber.Jpki.Authority.Publishing;

/// <summary>Responder and lists as one site, whatever carries the requests: OCSP under <c>/ocsp</c>, and lists under <c>/crl/</c> when a source is given.</summary>
internal sealed class PublishingSite(OcspResponder responder, Func<string, PublishedCrl?>? crls)
{
    internal const string OcspPath = "/ocsp";
    internal const string CrlPath = "/crl/";

    private readonly OcspEndpoint _ocsp = new(responder);
    private readonly CrlEndpoint? _crls = crls is null ? null : new CrlEndpoint(crls, responder.Clock);

    internal int LongestRequest => responder.Options.MaximumRequestBytes;

    internal Task HandleAsync(HttpContext context)
    {
        if (responder.Faults.Offline)
        {
            context.Abort();
            return Task.CompletedTask;
        }

        string target = context.Features.Get<IHttpRequestFeature>()?.RawTarget ?? string.Empty;
        if (target.StartsWith(OcspPath, StringComparison.Ordinal) && (target.Length == OcspPath.Length || target[OcspPath.Length] == '/'))
        {
            return _ocsp.HandleAsync(context, target[OcspPath.Length..].TrimStart('/'));
        }

        return target.StartsWith(CrlPath, StringComparison.Ordinal) && _crls is not null
            ? _crls.HandleAsync(context, target[CrlPath.Length..])
            : HttpRefusal.WriteAsync(context, StatusCodes.Status404NotFound);
    }
}
