using MyNumber.Linkage.Codes;

namespace MyNumber.Linkage.Core.Notices;

/// <summary>Notices in memory. Gone with the process.</summary>
/// <remarks>Thread safe.</remarks>
public sealed class InMemoryCoreNotices : ICoreNotices
{
    private readonly Dictionary<CodeHolderId, List<CoreNotice>> _owed = [];
    private readonly Dictionary<(CodeHolderId Provider, LinkCode Link), HashSet<CodeWait>> _waits = [];
    private readonly Lock _gate = new();

    /// <inheritdoc/>
    public ValueTask<int> AddAsync(IReadOnlyList<CoreNotice> notices, CancellationToken cancellationToken = default)
    {
        CoreNotice[] rows = Checked(notices, cancellationToken);
        lock (_gate)
        {
            return ValueTask.FromResult(rows.Count(Add));
        }
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<CoreNotice>> FindOwedAsync(CodeHolderId holder, int most, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(most);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            return ValueTask.FromResult<IReadOnlyList<CoreNotice>>(_owed.TryGetValue(holder, out List<CoreNotice>? notices) ? [.. notices.Take(most)] : []);
        }
    }

    /// <inheritdoc/>
    public ValueTask<int> MarkTakenAsync(IReadOnlyList<CoreNotice> notices, CancellationToken cancellationToken = default)
    {
        CoreNotice[] rows = Checked(notices, cancellationToken);
        lock (_gate)
        {
            return ValueTask.FromResult(rows.Count(row => _owed.TryGetValue(row.Holder, out List<CoreNotice>? owed) && owed.RemoveAll(notice => notice.Key == row.Key) > 0));
        }
    }

    /// <inheritdoc/>
    public ValueTask<bool> WaitAsync(CodeWait wait, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(wait);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            if (!_waits.TryGetValue((wait.Provider, wait.Link), out HashSet<CodeWait>? waits))
            {
                _waits.Add((wait.Provider, wait.Link), waits = []);
            }

            return ValueTask.FromResult(waits.Add(wait));
        }
    }

    /// <inheritdoc/>
    public ValueTask<int> ReleaseAsync(CodeHolderId provider, LinkCode link, DateTimeOffset at, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            if (!_waits.Remove((provider, link), out HashSet<CodeWait>? waits))
            {
                return ValueTask.FromResult(0);
            }

            foreach (CodeWait wait in waits.OrderBy(wait => (wait.Inquirer, wait.InquirerCode)))
            {
                Add(wait.Ended(at));
            }

            return ValueTask.FromResult(waits.Count);
        }
    }

    private static CoreNotice[] Checked(IReadOnlyList<CoreNotice> notices, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(notices);
        CoreNotice[] rows = [.. notices];
        Array.ForEach(rows, row => ArgumentNullException.ThrowIfNull(row, nameof(notices)));
        cancellationToken.ThrowIfCancellationRequested();
        return rows;
    }

    private bool Add(CoreNotice notice)
    {
        if (!_owed.TryGetValue(notice.Holder, out List<CoreNotice>? owed))
        {
            _owed.Add(notice.Holder, owed = []);
        }

        bool isNew = !owed.Exists(known => known.Key == notice.Key);
        if (isNew)
        {
            owed.Add(notice);
        }

        return isNew;
    }
}
