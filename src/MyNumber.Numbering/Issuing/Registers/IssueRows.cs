namespace MyNumber.Numbering.Issuing.Registers;

/// <summary>Issues packed in blocks; the later times have room of their own, made when first needed.</summary>
internal sealed class IssueRows
{
    private const int BlockBits = 14;
    private const int BlockSize = 1 << BlockBits;

    private readonly List<Block> _blocks = [];

    public int Count { get; private set; }

    public ref readonly PackedIssue this[int row] => ref _blocks[row >> BlockBits].Issues[row & (BlockSize - 1)];

    public void Add(in NumberIssue issue)
    {
        if (Count == _blocks.Count << BlockBits)
        {
            _blocks.Add(new Block());
        }

        int row = Count++;
        _blocks[row >> BlockBits].Issues[row & (BlockSize - 1)] = new PackedIssue(issue);
        Reach(row, DesignationState.Notified, issue.NotifiedAt);
        Reach(row, DesignationState.Designated, issue.DesignatedAt);
        Reach(row, DesignationState.Recorded, issue.RecordedAt);
    }

    public void TakeBackLast()
    {
        int row = --Count;
        foreach (long[]? times in _blocks[row >> BlockBits].Times)
        {
            times?[row & (BlockSize - 1)] = 0;
        }
    }

    public void Reach(int row, DesignationState state, DateTimeOffset? at)
    {
        if (at is { } time)
        {
            ref long[]? times = ref _blocks[row >> BlockBits].Times[(int)state - (int)DesignationState.Notified];
            times ??= new long[BlockSize];
            times[row & (BlockSize - 1)] = time.ToUnixTimeMilliseconds() + 1;
        }
    }

    public NumberIssue Unpack(int row)
    {
        ref readonly PackedIssue issue = ref this[row];
        return new NumberIssue
        {
            Request = issue.Request,
            Code = issue.Code,
            Counter = issue.Counter,
            Number = issue.Number,
            Replaces = issue.Replaces,
            KeyVersion = issue.KeyVersion,
            Municipality = issue.Municipality,
            Reason = (IssueReason)issue.Reason,
            GeneratedAt = DateTimeOffset.FromUnixTimeMilliseconds(issue.GeneratedAt),
            NotifiedAt = TimeOf(row, DesignationState.Notified),
            DesignatedAt = TimeOf(row, DesignationState.Designated),
            RecordedAt = TimeOf(row, DesignationState.Recorded),
        };
    }

    private DateTimeOffset? TimeOf(int row, DesignationState state)
    {
        long time = _blocks[row >> BlockBits].Times[(int)state - (int)DesignationState.Notified]?[row & (BlockSize - 1)] ?? 0;
        return time == 0 ? null : DateTimeOffset.FromUnixTimeMilliseconds(time - 1);
    }

    private sealed class Block
    {
        public PackedIssue[] Issues { get; } = new PackedIssue[BlockSize];

        public long[]?[] Times { get; } = new long[]?[3];
    }
}
