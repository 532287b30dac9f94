using System.Collections.Concurrent;
using System.Globalization;
using BankPortal.Words;

namespace BankPortal.Opening;

/// <summary>All applications, in this process.</summary>
internal sealed class ApplicationBook(TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, Application> _applications = new(StringComparer.OrdinalIgnoreCase); // addresses are in small letters
    private int _last;

    /// <summary>The latest received first; receipts are drawn earlier, when a form is filled in.</summary>
    public IReadOnlyList<Application> All => [.. _applications.Values.OrderByDescending(one => one.ReceivedAt).ThenByDescending(one => one.Receipt, StringComparer.Ordinal)];

    /// <summary>A receipt number (受付番号) that no application has; one that is not used stays unused.</summary>
    public string NextReceipt() => string.Create(
        CultureInfo.InvariantCulture, $"M{JapaneseTime.DayOf(clock.GetUtcNow()):yyyyMMdd}-{Interlocked.Increment(ref _last):D5}");

    /// <summary>Adds an application.</summary>
    /// <exception cref="InvalidOperationException">Its receipt has one, which stays.</exception>
    public void Add(Application application)
    {
        if (!_applications.TryAdd(application.Receipt, application))
        {
            throw new InvalidOperationException($"There is an application {application.Receipt} already.");
        }
    }

    public Application? Find(string? receipt) => receipt is null ? null : _applications.GetValueOrDefault(receipt);
}
