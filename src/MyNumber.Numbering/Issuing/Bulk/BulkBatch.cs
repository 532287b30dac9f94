using MyNumber.Numbering.Issuing.Conversion;
using MyNumber.Numbering.Issuing.Registers;

namespace MyNumber.Numbering.Issuing.Bulk;

/// <summary>One batch of a bulk run, with buffers that serve every batch.</summary>
internal sealed class BulkBatch(long run, NumberConverter converter, int keyVersion, int size)
{
    private readonly BulkSubject[] _subjects = new BulkSubject[size];
    private readonly ResidentRecordCode[] _codes = new ResidentRecordCode[size];
    private readonly IndividualNumber[] _numbers = new IndividualNumber[size];
    private readonly NumberIssue[] _issues = new NumberIssue[size];

    public int Count { get; private set; }

    /// <summary>Where the batch leads: past its people, and past the person whom it passes over behind them.</summary>
    public BulkCheckpoint Checkpoint { get; private set; }

    /// <summary>The first person whom no count gives a number, or -1.</summary>
    public int FirstExhausted { get; private set; }

    public int PassedOver => (int)(Checkpoint.To - Checkpoint.From) - Count;

    public ReadOnlyMemory<NumberIssue> Issues => _issues.AsMemory(0, Count);

    public async ValueTask ReadAsync(IBulkRoll roll, long position, int most, CancellationToken cancellationToken)
    {
        Count = await roll.ReadAsync(position, _subjects.AsMemory(0, most), cancellationToken).ConfigureAwait(false);
        if (Count < 1)
        {
            throw new InvalidOperationException("The roll gives fewer people than it counts.");
        }

        Checkpoint = new BulkCheckpoint(run, position, position + Count);
    }

    public void Convert(DateTimeOffset now)
    {
        for (int i = 0; i < Count; i++)
        {
            _codes[i] = _subjects[i].Code;
        }

        FirstExhausted = -1;
        converter.ConvertFirst(_codes.AsSpan(0, Count), _numbers);
        for (int i = 0; i < Count; i++)
        {
            _issues[i] = new NumberIssue
            {
                Request = BulkRequests.At(run, Checkpoint.From + i),
                Code = _codes[i],
                Counter = 0,
                Number = _numbers[i],
                KeyVersion = keyVersion,
                Municipality = _subjects[i].Municipality,
                Reason = IssueReason.Introduction,
                GeneratedAt = now,
            };
            if (_numbers[i].IsEmpty && !TryNextCount(i) && FirstExhausted < 0)
            {
                FirstExhausted = i;
            }
        }
    }

    /// <summary>Who is at a place of the batch, and why he or she gets no number.</summary>
    public BulkPassedOver At(int index, BulkOutcome reason) => new(Checkpoint.From + index, _subjects[index], reason);

    /// <summary>Ends the batch before a person and leads past that person: whoever comes behind is read again.</summary>
    public void PassOver(int index)
    {
        Count = index;
        Checkpoint = new BulkCheckpoint(run, Checkpoint.From, Checkpoint.From + index + 1);
    }

    /// <summary>Takes the next count of a code whose number is excluded or taken.</summary>
    public bool TryNextCount(int index)
    {
        for (int counter = _issues[index].Counter + 1; counter < NumberConverter.IssuesPerCode; counter++)
        {
            if (converter.TryConvert(_codes[index], counter, out IndividualNumber number))
            {
                _issues[index] = _issues[index] with { Counter = counter, Number = number };
                return true;
            }
        }

        return false;
    }
}
