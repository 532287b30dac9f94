using System.Runtime.CompilerServices;

namespace MyNumber.Numbering.Issuing.Registers;

/// <summary>A register in memory, gone with the process.</summary>
/// <remarks>Thread safe. Holds at most <see cref="MostIssues"/> issues; a batch that goes beyond is an <see cref="InvalidOperationException"/>, and nothing of it is written.</remarks>
public sealed class InMemoryNumberRegister : INumberRegister
{
    /// <summary>How many issues there is room for: 715,827,882, what an index of one array can hold.</summary>
    public const int MostIssues = RowIndex<long>.MostRows;

    private const int RowsPerPage = 1_000;

    private readonly int _most;
    private readonly IssueRows _rows = new();
    private readonly RowIndex<Guid> _byRequest;
    private readonly RowIndex<IndividualNumber> _byNumber;
    private readonly RowIndex<long> _byCode;
    private readonly Dictionary<IndividualNumber, int> _byReplaced = [];
    private readonly HashSet<long> _takenBeside = [];
    private readonly Dictionary<long, long> _runs = [];
    private readonly Lock _gate = new();

    /// <summary>Makes an empty register.</summary>
    public InMemoryNumberRegister()
        : this(MostIssues)
    {
    }

    /// <summary>Makes an empty register with less room; for tests.</summary>
    internal InMemoryNumberRegister(int most)
    {
        _most = most;
        _byRequest = new RowIndex<Guid>(row => _rows[row].Request);
        _byNumber = new RowIndex<IndividualNumber>(row => _rows[row].Number);
        _byCode = new RowIndex<long>(row => CodeKey(_rows[row].Code, _rows[row].Counter));
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">There is no room for the batch.</exception>
    public ValueTask<RegisterResult> AddAsync(ReadOnlyMemory<NumberIssue> issues, BulkCheckpoint? checkpoint = null, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        IssueRules.Check(issues.Span);
        lock (_gate)
        {
            return ValueTask.FromResult(Add(issues.Span, checkpoint));
        }
    }

    /// <inheritdoc/>
    public ValueTask<int> AdvanceAsync(ReadOnlyMemory<Guid> requests, DesignationState to, DateTimeOffset at, CancellationToken cancellationToken = default)
    {
        IssueRules.Check(to);
        cancellationToken.ThrowIfCancellationRequested();
        int moved = 0;
        lock (_gate)
        {
            foreach (Guid request in requests.Span)
            {
                int row = _byRequest.Find(request);
                if (row >= 0 && _rows.Unpack(row).State == to - 1)
                {
                    _rows.Reach(row, to, at);
                    moved++;
                }
            }
        }

        return ValueTask.FromResult(moved);
    }

    /// <inheritdoc/>
    public ValueTask<NumberIssue?> FindByRequestAsync(Guid request, CancellationToken cancellationToken = default) =>
        Find(() => _byRequest.Find(request), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<NumberIssue?> FindByNumberAsync(IndividualNumber number, CancellationToken cancellationToken = default) =>
        Find(() => _byNumber.Find(number), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<NumberIssue?> FindReplacementAsync(IndividualNumber replaced, CancellationToken cancellationToken = default) =>
        Find(() => _byReplaced.GetValueOrDefault(replaced, -1), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<NumberIssue>> HistoryAsync(ResidentRecordCode code, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        List<NumberIssue> history = [];
        lock (_gate)
        {
            for (int counter = 0; !code.IsEmpty && counter < 10; counter++)
            {
                int row = _byCode.Find(CodeKey(code, counter));
                if (row >= 0)
                {
                    history.Add(_rows.Unpack(row));
                }
            }
        }

        return ValueTask.FromResult<IReadOnlyList<NumberIssue>>(history);
    }

    /// <inheritdoc/>
    public ValueTask<long> CountAsync(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            return ValueTask.FromResult<long>(_rows.Count);
        }
    }

    /// <inheritdoc/>
    public ValueTask<long> BulkPositionAsync(long run, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            return ValueTask.FromResult(_runs.GetValueOrDefault(run));
        }
    }

    /// <inheritdoc/>
    /// <remarks>In the order of writing.</remarks>
    public async IAsyncEnumerable<NumberIssue> ReadAllAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        NumberIssue[] page = new NumberIssue[RowsPerPage];
        int read = 0;
        do
        {
            cancellationToken.ThrowIfCancellationRequested();
            int count = CopyTo(page, read);
            for (int i = 0; i < count; i++)
            {
                yield return page[i];
            }

            read = count == 0 ? -1 : read + count;
        }
        while (read > 0);
        await ValueTask.CompletedTask.ConfigureAwait(false);
    }

    private int CopyTo(NumberIssue[] page, int first)
    {
        lock (_gate)
        {
            int count = Math.Min(page.Length, _rows.Count - first);
            for (int i = 0; i < count; i++)
            {
                page[i] = _rows.Unpack(first + i);
            }

            return count;
        }
    }

    private static long CodeKey(ResidentRecordCode code, int counter) => (code.Value * 10) + counter;

    private ValueTask<NumberIssue?> Find(Func<int> search, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            int row = search();
            return ValueTask.FromResult(row < 0 ? default(NumberIssue?) : _rows.Unpack(row));
        }
    }

    private RegisterResult Add(ReadOnlySpan<NumberIssue> issues, BulkCheckpoint? checkpoint)
    {
        if (checkpoint is { } step && _runs.GetValueOrDefault(step.Run) != step.From)
        {
            return new RegisterResult(RegisterConflict.Checkpoint, -1);
        }

        if (issues.Length > _most - _rows.Count)
        {
            throw new InvalidOperationException("The register in memory is full.");
        }

        for (int i = 0; i < issues.Length; i++)
        {
            RegisterConflict conflict = ConflictOf(issues[i]);
            if (conflict != RegisterConflict.None)
            {
                TakeBack(issues[..i]);
                return new RegisterResult(conflict, i);
            }

            Write(issues[i]);
        }

        if (checkpoint is { } done)
        {
            _runs[done.Run] = done.To;
        }

        return default;
    }

    private RegisterConflict ConflictOf(in NumberIssue issue) =>
        _byRequest.Find(issue.Request) >= 0 ? RegisterConflict.Request
            : IsTaken(issue) ? RegisterConflict.CodeAndCounter
            : _byNumber.Find(issue.Number) >= 0 ? RegisterConflict.Number
            : !issue.Replaces.IsEmpty && _byReplaced.ContainsKey(issue.Replaces) ? RegisterConflict.Replaced
            : RegisterConflict.None;

    private bool IsTaken(in NumberIssue issue) =>
        IsTaken(issue.Code, issue.Counter) || (issue.TakesMore && issue.FurtherTaken().Any(key => IsTaken(key.Code, key.Counter)));

    private bool IsTaken(ResidentRecordCode code, int counter) => _byCode.Find(CodeKey(code, counter)) >= 0 || _takenBeside.Contains(CodeKey(code, counter));

    private void Write(in NumberIssue issue)
    {
        int row = _rows.Count;
        _rows.Add(issue);
        _byRequest.Add(issue.Request, row);
        _byNumber.Add(issue.Number, row);
        _byCode.Add(CodeKey(issue.Code, issue.Counter), row);
        foreach ((ResidentRecordCode code, int counter) in issue.TakesMore ? issue.FurtherTaken() : [])
        {
            _takenBeside.Add(CodeKey(code, counter));
        }

        if (!issue.Replaces.IsEmpty)
        {
            _byReplaced.Add(issue.Replaces, row);
        }
    }

    private void TakeBack(ReadOnlySpan<NumberIssue> written)
    {
        for (int i = written.Length - 1; i >= 0; i--)
        {
            ref readonly NumberIssue issue = ref written[i];
            int row = _rows.Count - 1;
            _byRequest.TakeBackLast(issue.Request, row);
            _byNumber.TakeBackLast(issue.Number, row);
            _byCode.TakeBackLast(CodeKey(issue.Code, issue.Counter), row);
            _byReplaced.Remove(issue.Replaces);
            foreach ((ResidentRecordCode code, int counter) in issue.TakesMore ? issue.FurtherTaken() : [])
            {
                _takenBeside.Remove(CodeKey(code, counter));
            }

            _rows.TakeBackLast();
        }
    }
}
