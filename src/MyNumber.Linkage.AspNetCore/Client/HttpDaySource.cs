using MyNumber.Linkage.AspNetCore.Peers;
using MyNumber.Linkage.AspNetCore.Wire;
using MyNumber.Linkage.Reconciliation;
using MyNumber.Linkage.Records;

namespace MyNumber.Linkage.AspNetCore.Client;

/// <summary>One party's records of a scope, asked over HTTP for a comparison (三者照合). The party is who its certificate says.</summary>
/// <remarks>What fails comes out as <see cref="IOException"/> or <see cref="TimeoutException"/>, whose texts hold nothing of the message. Thread safe; one for each party and scope.</remarks>
public sealed class HttpDaySource : IDaySource, IDisposable
{
    private readonly DerClient _client;
    private readonly LogOwner _owner;
    private readonly RecordScope _scope;

    /// <summary>Opens a line with connections of its own.</summary>
    /// <param name="owner">The party whose server is at the other end.</param>
    /// <param name="scope">The scope.</param>
    /// <param name="options">Where it is, and the keys.</param>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    /// <exception cref="ArgumentException">An option or another argument is not fit; the message says which.</exception>
    public HttpDaySource(LogOwner owner, RecordScope scope, LinkageClientOptions options)
        : this(owner, scope, LinkageClients.Open(options, new LinkagePeer(owner.Agency)), options)
    {
    }

    private HttpDaySource(LogOwner owner, RecordScope scope, HttpClient http, LinkageClientOptions options) =>
        (_owner, _scope, _client) = (owner, scope, new DerClient(http, options));

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<RangeAnswer>> AskAsync(IReadOnlyList<DayRange> ranges, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(ranges);
        List<RangeAnswer> answers = [];
        foreach (DayRange[] part in ranges.Chunk(DayLineEncoding.MostRanges))
        {
            answers.AddRange(await _client.AskAsync(
                LinkageWire.Days, DayLineEncoding.Write(_owner, _scope, part), bytes => DayLineEncoding.ReadAnswers(bytes), cancellationToken).ConfigureAwait(false));
        }

        return answers;
    }

    /// <summary>Closes its connections.</summary>
    public void Dispose() => _client.Dispose();
}
