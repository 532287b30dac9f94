namespace MyNumber.Cli.Contract;

/// <summary>What the tool tells its caller. The numbers are a contract that scripts stand on; every verb uses these and no other.</summary>
internal enum ExitCode
{
    /// <summary>The work is done, or what was checked is valid.</summary>
    Done = 0,

    /// <summary>The work was refused, or what was checked is not valid.</summary>
    Refused = 1,

    /// <summary>The command line is wrong; nothing was done.</summary>
    Usage = 2,

    /// <summary>No answer could be had: a source was out of reach, or the tool itself failed.</summary>
    Undetermined = 3,
}
