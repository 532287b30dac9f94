namespace MyNumber.Cli.Links;

/// <summary>What is done with lines, a batch at a time. Disposing clears what was read; keys are the verb's.</summary>
internal interface ILineWork : IDisposable
{
    /// <summary>Lines of a batch at most.</summary>
    const int Most = 1024;

    /// <summary>Writes what stands above the rows.</summary>
    void Begin();

    /// <summary>Takes a line.</summary>
    /// <param name="place">Its place in the batch, from 0.</param>
    /// <param name="line">Its bytes, which may be anything; gone after the call.</param>
    void Take(int place, ReadOnlySpan<byte> line);

    /// <summary>Does the work over the lines taken.</summary>
    void Finish(int count);

    /// <summary>Writes what came out of a line.</summary>
    /// <param name="place">Its place in the batch.</param>
    /// <param name="row">Its number in the file, from 1.</param>
    /// <returns>Whether it was good.</returns>
    bool Answer(int place, long row);
}
