using MyNumber.Cli.Contract;

namespace MyNumber.Cli.Numbers;

/// <summary>The exit code of many answers: one that is not valid outweighs one that is uncertain, which outweighs valid ones.</summary>
internal sealed class AnswerCount
{
    private bool _refused;
    private bool _uncertain;

    public bool IsEmpty { get; private set; } = true;

    public ExitCode Code => _refused ? ExitCode.Refused : _uncertain ? ExitCode.Undetermined : ExitCode.Done;

    public void Add(CheckOutcome outcome)
    {
        IsEmpty = false;
        _refused |= outcome is CheckOutcome.Invalid or CheckOutcome.Implausible;
        _uncertain |= outcome == CheckOutcome.Plausible;
    }
}
