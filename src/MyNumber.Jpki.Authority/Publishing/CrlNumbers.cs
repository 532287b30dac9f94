using MyNumber.Jpki.Authority.Issuing;

namespace MyNumber.Jpki.Authority.Publishing;

/// <summary>Gives cRLNumbers (RFC 5280 §5.2.3): within one generation and scope never the same number to two lists that differ.</summary>
/// <remarks>Thread safe. The seconds of thisUpdate are the number; a list that differs from the one of the same instant takes the next one up.</remarks>
internal sealed class CrlNumbers
{
    private readonly Lock _gate = new();
    private readonly Dictionary<(AuthorityGeneration Issuer, Municipality? Municipality), Scope> _scopes = [];

    internal long Give(AuthorityGeneration issuer, Municipality? municipality, DateTimeOffset thisUpdate, byte[] entries)
    {
        lock (_gate)
        {
            if (!_scopes.TryGetValue((issuer, municipality), out Scope? scope))
            {
                _scopes.Add((issuer, municipality), scope = new Scope());
            }

            return scope.Give(thisUpdate.ToUnixTimeSeconds(), entries);
        }
    }

    private sealed class Scope
    {
        private readonly SortedList<long, (byte[] Entries, long Number)> _latest = [];
        private readonly HashSet<long> _given = [];

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
