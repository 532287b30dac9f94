using System.Collections.Concurrent;
using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.AspNetCore.Client;
using MyNumber.Linkage.AspNetCore.Peers;
using MyNumber.Linkage.Exchange;
using MyNumber.Linkage.Messages;
using MyNumber.Linkage.Records;

namespace MyNumber.LinkageHost;

/// <summary>A line to a role wherever it listens now.</summary>
internal sealed class FollowedLines<TLine>(AddressBook book, LinkagePeer role, Func<Uri, TLine> open)
{
    private readonly ConcurrentDictionary<Uri, TLine> _lines = new();

    public TLine Now => _lines.GetOrAdd(book.Read(role), open);
}

/// <summary>The core, wherever it listens now.</summary>
internal sealed class FollowedCore(AddressBook book, Func<Uri, LinkageClientOptions> options) : ICoreLine
{
    private readonly FollowedLines<HttpCoreLine> _lines = new(book, LinkagePeer.Core, address => new HttpCoreLine(options(address)));

    public ValueTask<InquiryAnswer> InquireAsync(InquiryRequest request, CancellationToken cancellationToken = default) => _lines.Now.InquireAsync(request, cancellationToken);

    public ValueTask<InquiryAnswer> CollectAsync(InquiryId inquiry, CancellationToken cancellationToken = default) => _lines.Now.CollectAsync(inquiry, cancellationToken);

    public ValueTask<bool> DeliverAsync(ProvisionReply reply, CancellationToken cancellationToken = default) => _lines.Now.DeliverAsync(reply, cancellationToken);
}

/// <summary>A provider, wherever it listens now.</summary>
internal sealed class FollowedProvider(AddressBook book, AgencyId agency, Func<Uri, LinkageClientOptions> options) : IProviderLine
{
    private readonly FollowedLines<HttpProviderLine> _lines = new(book, new LinkagePeer(agency), address => new HttpProviderLine(agency, options(address)));

    public ValueTask<ProvisionReply?> ProvideAsync(ProvisionRequest request, CancellationToken cancellationToken = default) => _lines.Now.ProvideAsync(request, cancellationToken);
}
