namespace StatusWatch;

/// <summary>What came of a night. No handle of an account is in it.</summary>
internal sealed record NightReport
{
    public required int Customers { get; init; }

    public int Seed { get; init; }

    /// <summary>The purpose under which every question was asked and recorded.</summary>
    public required string Purpose { get; init; }

    public required DateTimeOffset Began { get; init; }

    public required int ListsTaken { get; init; }

    public required int ListsMissing { get; init; }

    public required long ListEntries { get; init; }

    /// <summary>Rows of the first run, before it was stopped.</summary>
    public required int StoppedAfter { get; init; }

    /// <summary>Undetermined rows after the whole round, and after each repetition.</summary>
    public required IReadOnlyList<int> UndeterminedByRound { get; init; }

    public required int AnsweredByList { get; init; }

    public required int AnsweredByResponder { get; init; }

    /// <summary>Rows that asked nobody: expired, or a copy that is not accepted.</summary>
    public required int DecidedAtDesk { get; init; }

    /// <summary>Questions about a certificate whose answer had come already.</summary>
    public required int NeedlessQuestions { get; init; }

    public required int FollowedLinks { get; init; }

    public required int EndedLinks { get; init; }

    public required IReadOnlyList<TallyRow> Rows { get; init; }

    /// <summary>Accounts about which something else was found than the generator knows. The bank could not count them; the sample can.</summary>
    public required int OtherThanTruth { get; init; }

    /// <summary>Measured, and so different each time.</summary>
    public double SecondsOfPreparation { get; init; }

    public double SecondsOfWatch { get; init; }

    public double CustomersPerSecond => Customers / SecondsOfWatch;

    public int Undetermined => UndeterminedByRound[^1];

    public bool IsAsExpected => OtherThanTruth == 0 && NeedlessQuestions == 0 && Rows.Sum(row => row.Count) == Customers;

    /// <summary>How many customers the bank treats so.</summary>
    public int Count(BankAct act) => Rows.Where(row => row.Act == act).Sum(row => row.Count);
}
