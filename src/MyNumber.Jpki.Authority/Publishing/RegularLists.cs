using MyNumber.Jpki.Authority.Issuing;

namespace MyNumber.Jpki.Authority.Publishing;

/// <summary>When the latest regular lists of each scope were taken: an entry may leave only after it stood on one that was taken after its certificate's end (RFC 5280 §3.3).</summary>
/// <remarks>Thread safe. A few instants of each scope are kept, so that a list can be made again for the same instant.</remarks>
internal sealed class RegularLists
{
    private const int MostInstants = 4;

    private readonly Lock _gate = new();
    private readonly Dictionary<(AuthorityGeneration Issuer, string Name), SortedSet<DateTimeOffset>> _scopes = [];

    internal void Note(AuthorityGeneration issuer, string scope, DateTimeOffset at)
    {
        lock (_gate)
        {
            SortedSet<DateTimeOffset> instants = _scopes.TryGetValue((issuer, scope), out SortedSet<DateTimeOffset>? known) ? known : _scopes[(issuer, scope)] = [];
            instants.Add(at);
            if (instants.Count > MostInstants)
            {
                instants.Remove(instants.Min);
            }
        }
    }

    /// <summary>The latest one before an instant, or null when none is known.</summary>
    internal DateTimeOffset? Before(AuthorityGeneration issuer, string scope, DateTimeOffset at)
    {
        lock (_gate)
        {
            return _scopes.TryGetValue((issuer, scope), out SortedSet<DateTimeOffset>? instants)
                ? instants.Where(instant => instant < at).Select(instant => (DateTimeOffset?)instant).LastOrDefault()
                : null;
        }
    }
}
