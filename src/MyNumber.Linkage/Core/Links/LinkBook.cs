using MyNumber.Linkage.Codes;
using MyNumber.Numbering;

namespace MyNumber.Linkage.Core.Links;

/// <summary>The core's book of people: a link code for a resident record code, made once, and kept through every change of it.</summary>
/// <remarks>Thread safe as the register is. Individual numbers do not come here, so their change changes nothing.</remarks>
public sealed class LinkBook
{
    private readonly ILinkRegister _register;
    private readonly ILinkCodeSource _source;
    private readonly IResidentCodeTagger _tagger;
    private readonly TimeProvider _time;

    /// <summary>Opens the book.</summary>
    /// <param name="register">The register.</param>
    /// <param name="source">Who proposes link codes.</param>
    /// <param name="tagger">Who makes tags.</param>
    /// <param name="time">The clock.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public LinkBook(ILinkRegister register, ILinkCodeSource source, IResidentCodeTagger tagger, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(register);
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(tagger);
        ArgumentNullException.ThrowIfNull(time);
        (_register, _source, _tagger, _time) = (register, source, tagger, time);
    }

    /// <summary>Finds a person without making anything.</summary>
    /// <param name="code">A resident record code, present or former.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The link code, or empty.</returns>
    /// <exception cref="ArgumentException">The code is empty.</exception>
    public ValueTask<LinkCode> FindAsync(ResidentRecordCode code, CancellationToken cancellationToken = default) =>
        _register.FindAsync(_tagger.Tag(code), cancellationToken);

    /// <summary>Finds a person, or gives the person a link code.</summary>
    /// <param name="code">The resident record code; not kept.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The link code; the same for each of two callers at once.</returns>
    /// <exception cref="ArgumentException">The code is empty.</exception>
    /// <exception cref="InvalidOperationException">Every proposal of the source is taken.</exception>
    public async ValueTask<LinkCode> GetOrAddAsync(ResidentRecordCode code, CancellationToken cancellationToken = default)
    {
        ResidentCodeTag tag = _tagger.Tag(code);
        LinkCode found = await _register.FindAsync(tag, cancellationToken).ConfigureAwait(false);
        for (int attempt = 0; found.IsEmpty && attempt <= ILinkCodeSource.MaximumAttempt; attempt++)
        {
            LinkCode proposed = _source.Propose(code, attempt);
            LinkResult result = await _register.AddAsync([new LinkEntry(proposed, 0, tag, _time.GetUtcNow())], cancellationToken).ConfigureAwait(false);
            found = result.Conflict == LinkConflict.None ? proposed : await _register.FindAsync(tag, cancellationToken).ConfigureAwait(false);
        }

        return found.IsEmpty ? throw new InvalidOperationException("The source proposed taken link codes only.") : found;
    }

    /// <summary>Notes that a person's resident record code changed (住基法 30条の4): the link stays.</summary>
    /// <param name="former">The former code.</param>
    /// <param name="present">The present code.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>What became of it. Told twice, it is noted once.</returns>
    /// <exception cref="ArgumentException">A code is empty, or both are the same.</exception>
    public async ValueTask<ResidentCodeChange> ChangeAsync(ResidentRecordCode former, ResidentRecordCode present, CancellationToken cancellationToken = default)
    {
        ResidentCodeTag tag = _tagger.Tag(present);
        if (tag == _tagger.Tag(former))
        {
            throw new ArgumentException("The present code is the former one.", nameof(present));
        }

        LinkCode link = await FindAsync(former, cancellationToken).ConfigureAwait(false);
        while (!link.IsEmpty)
        {
            LinkCode holder = await _register.FindAsync(tag, cancellationToken).ConfigureAwait(false);
            if (!holder.IsEmpty)
            {
                return holder == link ? ResidentCodeChange.AlreadyNoted : ResidentCodeChange.HeldByAnother;
            }

            int version = (await _register.HistoryAsync(link, cancellationToken).ConfigureAwait(false)).Count;
            LinkResult result = await _register.AddAsync([new LinkEntry(link, version, tag, _time.GetUtcNow())], cancellationToken).ConfigureAwait(false);
            if (result.Conflict == LinkConflict.None)
            {
                return ResidentCodeChange.Noted;
            }

            link = await FindAsync(former, cancellationToken).ConfigureAwait(false);
        }

        return ResidentCodeChange.UnknownPerson;
    }

    /// <summary>Every line of a link.</summary>
    /// <param name="link">The link code.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>By version.</returns>
    public ValueTask<IReadOnlyList<LinkEntry>> HistoryAsync(LinkCode link, CancellationToken cancellationToken = default) => _register.HistoryAsync(link, cancellationToken);

    /// <summary>Buries a wrong link; the codes issued under it are the corrections' to mend.</summary>
    /// <param name="link">The link that ends.</param>
    /// <param name="successor">The person's other link, or empty when it stood for two people.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns><see langword="false"/> when the link is unknown or buried, or the successor is.</returns>
    /// <exception cref="ArgumentException">The link is empty or its own successor.</exception>
    public ValueTask<bool> BuryAsync(LinkCode link, LinkCode successor, CancellationToken cancellationToken = default) =>
        _register.BuryAsync(new LinkTombstone(link, successor, _time.GetUtcNow()), cancellationToken);

    /// <summary>The tombstone of a link.</summary>
    /// <param name="link">The link code.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The tombstone, or <see langword="null"/> for a link that is not buried.</returns>
    public ValueTask<LinkTombstone?> FindTombstoneAsync(LinkCode link, CancellationToken cancellationToken = default) => _register.FindTombstoneAsync(link, cancellationToken);
}
