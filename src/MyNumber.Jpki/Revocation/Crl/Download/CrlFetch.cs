using System.Net;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Revocation.Crl.Storage;

namespace MyNumber.Jpki.Revocation.Crl.Download;

/// <summary>One request for one list, straight into the store or its folder.</summary>
internal sealed class CrlFetch(HttpClient http, CrlStore store, TrustAnchorSet anchors, CrlDownloadOptions options, TimeProvider clock)
{
    /// <summary>Asks and reads. Only the caller's cancellation throws: handlers are the caller's own and may fail in any way, which is all one to a list.</summary>
    public async Task<CrlDownloadOutcome> RunAsync(CrlAddress address, CancellationToken cancellationToken)
    {
        using CancellationTokenSource limit = new(options.Timeout, clock);
        using CancellationTokenSource both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            bool isConditional = address.HasCondition(store);
            using HttpRequestMessage request = Compose(address, isConditional);
            using HttpResponseMessage answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, both.Token).ConfigureAwait(false);
            CrlDownloadOutcome outcome = await ReadAsync(address, answer, isConditional, both.Token).ConfigureAwait(false);
            return outcome with { HttpStatus = (int)answer.StatusCode };
        }
        catch (Exception)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return Outcome(address, CrlDownloadState.Unreachable);
        }
    }

    private static HttpRequestMessage Compose(CrlAddress address, bool isConditional)
    {
        HttpRequestMessage request = new(HttpMethod.Get, address.Address);
        if (isConditional && address.Tag is { } tag)
        {
            request.Headers.IfNoneMatch.Add(tag);
        }

        request.Headers.IfModifiedSince = isConditional ? address.LastModified : null;
        return request;
    }

    private async Task<CrlDownloadOutcome> ReadAsync(CrlAddress address, HttpResponseMessage answer, bool isConditional, CancellationToken cancellationToken)
    {
        if (answer.StatusCode != HttpStatusCode.OK)
        {
            bool isSame = isConditional && answer.StatusCode == HttpStatusCode.NotModified;
            return Outcome(address, isSame ? CrlDownloadState.NotModified : CrlDownloadState.Unreachable);
        }

        if (answer.Content.Headers.ContentLength > options.MaximumLength)
        {
            return Outcome(address, CrlDownloadState.TooLong);
        }

        using Stream body = await answer.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        using LimitedStream limited = new(body, options.MaximumLength);
        CrlSaving saving = await AddAsync(limited, cancellationToken).ConfigureAwait(false);
        if (saving.Reason != VerificationReason.None)
        {
            return limited.IsExceeded ? Outcome(address, CrlDownloadState.TooLong) : Outcome(address, CrlDownloadState.Refused) with { Reason = saving.Reason };
        }

        address.Remember(saving.Scope, answer, isKept: saving.IsSaved || options.Folder is null);
        return Outcome(address, CrlDownloadState.Taken) with { IsSaved = saving.IsSaved };
    }

    private async Task<CrlSaving> AddAsync(Stream list, CancellationToken cancellationToken)
    {
        if (options.Folder is not null)
        {
            return await options.Folder.AddAsync(list, cancellationToken).ConfigureAwait(false);
        }

        CrlAddition addition = await store.ReadAsync(list, anchors, CrlStream.UsualPiece, cancellationToken).ConfigureAwait(false);
        return new CrlSaving(store.Publish(addition), IsSaved: false) { Scope = addition.Scope };
    }

    private CrlDownloadOutcome Outcome(CrlAddress address, CrlDownloadState state) => new(address.Address, state, clock.GetUtcNow());
}
