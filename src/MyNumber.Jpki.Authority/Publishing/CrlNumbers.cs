using System.Security.Cryptography;
using MyNumber.Jpki.Authority.Issuing;

namespace MyNumber.Jpki.Authority.Publishing;

/// <summary>Gives cRLNumbers (RFC 5280 §5.2.3): within one generation and scope never the same number to two lists that differ, and never a higher one to the list of an earlier instant.</summary>
/// <remarks>Thread safe. The seconds of thisUpdate are the number; a list that differs from the one of the same instant takes the next one up. Of a scope the latest instants are kept, of a list its digest; up to the
/// last instant that was forgotten no number is given any more.</remarks>
internal sealed class CrlNumbers
{
    internal const int MostInstants = 32;

    private readonly Lock _gate = new();
    private readonly Dictionary<(AuthorityGeneration Issuer, string Name), Scope> _scopes = [];

    /// <summary>Whether a published list is among those that were given or taken over here.</summary>
    internal bool Knows(AuthorityGeneration issuer, string scope, DateTimeOffset thisUpdate, long number)
    {
        lock (_gate)
        {
            return _scopes.TryGetValue((issuer, scope), out Scope? known) && known.Knows(thisUpdate.ToUnixTimeSeconds(), number);
        }
    }

    /// <summary>Takes over the number of a list that another process published, or this one before it began anew.</summary>
    internal void Remember(AuthorityGeneration issuer, string scope, DateTimeOffset thisUpdate, byte[] entries, long number)
    {
        lock (_gate)
        {
            Find(issuer, scope).Remember(thisUpdate.ToUnixTimeSeconds(), SHA256.HashData(entries), number);
        }
    }

    /// <summary>The number of a list, or null when none is left below those of later instants, or its instant is among those that were forgotten.</summary>
    internal long? Give(AuthorityGeneration issuer, string scope, DateTimeOffset thisUpdate, byte[] entries)
    {
        lock (_gate)
        {
            return Find(issuer, scope).Give(thisUpdate.ToUnixTimeSeconds(), SHA256.HashData(entries));
        }
    }

    internal int Kept(AuthorityGeneration issuer, string scope)
    {
        lock (_gate)
        {
            return Find(issuer, scope).Kept;
        }
    }

    private Scope Find(AuthorityGeneration issuer, string scope) =>
        _scopes.TryGetValue((issuer, scope), out Scope? found) ? found : _scopes[(issuer, scope)] = new Scope();

    /// <summary>What was given at one instant: numbers from the first to the last, and what the last list says.</summary>
    private readonly record struct Given(long First, long Last, byte[] Digest);

    private sealed class Scope
    {
        private readonly SortedList<long, Given> _instants = [];
        private long _forgottenUntil = -1;
        private long _highestForgotten = -1;

        public int Kept => _instants.Count;

        public bool Knows(long seconds, long number) => seconds <= _forgottenUntil || (_instants.TryGetValue(seconds, out Given given) && given.Last >= number);

        public void Remember(long seconds, byte[] digest, long number) => Keep(seconds, new Given(Math.Min(seconds, number), number, digest));

        public long? Give(long seconds, byte[] digest)
        {
            bool isKnown = _instants.TryGetValue(seconds, out Given given);
            if (isKnown && given.Digest.AsSpan().SequenceEqual(digest))
            {
                return given.Last;
            }

            if (seconds <= _forgottenUntil)
            {
                return null; // which numbers lie below those of later instants is not known there
            }

            long number = Math.Max(seconds, _highestForgotten + 1), limit = long.MaxValue;
            foreach ((long at, Given other) in _instants)
            {
                number = at <= seconds ? Math.Max(number, other.Last + 1) : number;
                limit = at > seconds ? Math.Min(limit, other.First) : limit;
            }

            if (number >= limit)
            {
                return null;
            }

            Keep(seconds, new Given(isKnown ? given.First : number, number, digest));
            return number;
        }

        private void Keep(long seconds, Given given)
        {
            _instants[seconds] = given;
            if (_instants.Count > MostInstants)
            {
                _forgottenUntil = Math.Max(_forgottenUntil, _instants.GetKeyAtIndex(0));
                _highestForgotten = Math.Max(_highestForgotten, _instants.GetValueAtIndex(0).Last);
                _instants.RemoveAt(0);
            }
        }
    }
}
