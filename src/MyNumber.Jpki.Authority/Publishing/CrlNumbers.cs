using MyNumber.Jpki.Authority.Issuing;

namespace MyNumber.Jpki.Authority.Publishing;

/// <summary>Gives cRLNumbers (RFC 5280 §5.2.3): within one generation and scope never the same number to two lists that differ.</summary>
/// <remarks>Thread safe. The seconds of thisUpdate are the number; a list that differs from the one of the same instant takes the next one up.</remarks>
internal sealed class CrlNumbers
{
    private readonly Lock _gate = new();
    private readonly Dictionary<(AuthorityGeneration Issuer, string Name), Scope> _scopes = [];

    /// <summary>Whether nothing was given or remembered for a scope yet.</summary>
    internal bool IsNew(AuthorityGeneration issuer, string scope)
    {
        lock (_gate)
        {
            return !_scopes.ContainsKey((issuer, scope));
        }
    }

    /// <summary>Takes over the number of a list that was published before this process began.</summary>
    internal void Remember(AuthorityGeneration issuer, string scope, DateTimeOffset thisUpdate, byte[] entries, long number)
    {
        lock (_gate)
        {
            Find(issuer, scope).Remember(thisUpdate.ToUnixTimeSeconds(), entries, number);
        }
    }

    internal long Give(AuthorityGeneration issuer, string scope, DateTimeOffset thisUpdate, byte[] entries)
    {
        lock (_gate)
        {
            return Find(issuer, scope).Give(thisUpdate.ToUnixTimeSeconds(), entries);
        }
    }

    private Scope Find(AuthorityGeneration issuer, string scope) =>
        _scopes.TryGetValue((issuer, scope), out Scope? found) ? found : _scopes[(issuer, scope)] = new Scope();

    private sealed class Scope
    {
        private readonly SortedList<long, (byte[] Entries, long Number)> _latest = [];
        private readonly HashSet<long> _given = [];

        public void Remember(long seconds, byte[] entries, long number)
        {
            _given.Add(number);
            _latest[seconds] = (entries, number);
        }

        /// <summary>The number of the list of one instant; lists of later instants do not raise it.</summary>
        public long Give(long seconds, byte[] entries)
        {
            if (_latest.TryGetValue(seconds, out (byte[] Entries, long Number) last) && last.Entries.AsSpan().SequenceEqual(entries))
            {
                return last.Number;
            }

            long number = seconds;
            foreach ((long at, (byte[] Entries, long Number) earlier) in _latest)
            {
                number = at <= seconds ? Math.Max(number, earlier.Number + 1) : number;
            }

            while (!_given.Add(number))
            {
                number++;
            }

            _latest[seconds] = (entries, number);
            return number;
        }
    }
}
