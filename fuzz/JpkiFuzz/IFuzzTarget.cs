namespace MyNumber.JpkiFuzz;

/// <summary>One thing to be tried with made-up input. Add a target as a class and a line in <c>Program.cs</c>.</summary>
public interface IFuzzTarget
{
    /// <summary>What the command line calls it.</summary>
    string Name { get; }

    /// <summary>Inputs judged so far; read by the watchdog's thread.</summary>
    long Judged { get; }

    /// <summary>Judges inputs; the same seed gives the same run.</summary>
    /// <param name="seed">Where the inputs come from.</param>
    /// <param name="count">How many.</param>
    /// <exception cref="CardFuzz.FuzzFindingException">A rule was broken.</exception>
    void Run(ulong seed, long count);

    /// <summary>What the run came across.</summary>
    /// <returns>One line.</returns>
    string Summary();
}
