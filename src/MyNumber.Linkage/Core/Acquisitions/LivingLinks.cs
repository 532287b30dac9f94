using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Codes;
using MyNumber.Linkage.Core.Issued;
using MyNumber.Linkage.Core.Links;

namespace MyNumber.Linkage.Core.Acquisitions;

/// <summary>Issues codes under links that are not buried, while corrections go on.</summary>
internal sealed class LivingLinks(LinkBook links, CodeBook codes)
{
    /// <summary>Issues a holder's code of a person, under the successor where the link was merged.</summary>
    /// <returns>The code, or <see langword="null"/> when the link was split: nobody knows whose it would be.</returns>
    /// <remarks>A link that is buried after the second look finds the code among those that the correction ends. One that was buried before it may not, so the code is ended here.</remarks>
    public async ValueTask<IssuedCode?> IssueAsync(CodeHolder holder, LinkCode link, CancellationToken cancellationToken)
    {
        if (await links.FindTombstoneAsync(link, cancellationToken).ConfigureAwait(false) is { } buried)
        {
            return await FollowAsync(holder, buried, cancellationToken).ConfigureAwait(false);
        }

        IssuedCode issued = await codes.IssueAsync(holder, link, cancellationToken).ConfigureAwait(false);
        if (await links.FindTombstoneAsync(link, cancellationToken).ConfigureAwait(false) is not { } meanwhile)
        {
            return issued;
        }

        IssuedCode? right = await FollowAsync(holder, meanwhile, cancellationToken).ConfigureAwait(false);
        await codes.EndAsync(issued, right?.Code ?? default, cancellationToken).ConfigureAwait(false);
        return right;
    }

    private async ValueTask<IssuedCode?> FollowAsync(CodeHolder holder, LinkTombstone tombstone, CancellationToken cancellationToken) =>
        tombstone.Successor.IsEmpty ? null : await IssueAsync(holder, tombstone.Successor, cancellationToken).ConfigureAwait(false);
}
