using System.Runtime.CompilerServices;
using MyNumber.Jpki.Services.Surveys;

namespace StatusWatch;

/// <summary>The bank's accounts with their stored signature certificates, in the order of their handles.</summary>
internal sealed class AccountBook
{
    private readonly SortedDictionary<string, byte[]> _certificates = new(StringComparer.Ordinal);

    public int Count => _certificates.Count;

    public void Add(string account, ReadOnlySpan<byte> certificate) => _certificates.Add(account, certificate.ToArray());

    /// <summary>The disk loses one bit of a stored certificate.</summary>
    public void Damage(string account) => _certificates[account][^1] ^= 1;

    /// <summary>All accounts, up to a number of them after which reading ends as if somebody had asked for a stop: rows in flight are finished, so nobody is asked twice.</summary>
    public ISurveySource Read(int most = int.MaxValue) => new Reading(_certificates, most);

    /// <summary>Some accounts only.</summary>
    public ISurveySource Read(IReadOnlySet<string> accounts) => new Reading(_certificates.Where(row => accounts.Contains(row.Key)), int.MaxValue);

    private sealed class Reading(IEnumerable<KeyValuePair<string, byte[]>> rows, int most) : ISurveySource
    {
        public async IAsyncEnumerable<SurveyItem> ReadAsync(string? after, [EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            await Task.CompletedTask;
            foreach ((string account, byte[] certificate) in rows.Where(row => string.CompareOrdinal(row.Key, after) > 0).Take(most))
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return new SurveyItem(account, certificate);
            }
        }
    }
}
