using System.Collections.Concurrent;
using System.Globalization;
using BankPortal.Words;

namespace BankPortal.Opening;

/// <summary>All applications, in this process.</summary>
internal sealed class ApplicationBook(TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, Application> _applications = new(StringComparer.OrdinalIgnoreCase); // addresses are in small letters
    private int _last;

    /// <summary>The latest first.</summary>
    public IReadOnlyList<Application> All => [.. _applications.Values.OrderByDescending(one => one.Receipt, StringComparer.Ordinal)];

    /// <summary>A receipt number (受付番号) that no application has; one that is not used stays unused.</summary>
    public string NextReceipt() => string.Create(
        CultureInfo.InvariantCulture, $"M{JapaneseTime.DayOf(clock.GetUtcNow()):yyyyMMdd}-{Interlocked.Increment(ref _last):D5}");

    public void Add(Application application) => _applications[application.Receipt] = application;

    public Application? Find(string? receipt) => receipt is null ? null : _applications.GetValueOrDefault(receipt);
}
