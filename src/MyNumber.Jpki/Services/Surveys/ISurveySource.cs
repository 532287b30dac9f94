namespace MyNumber.Jpki.Services.Surveys;

/// <summary>The accounts of a survey, in an order that stays the same from run to run, such as the order of a primary key.</summary>
public interface ISurveySource
{
    /// <summary>Reads the accounts.</summary>
    /// <param name="after">The key behind which reading begins; <see langword="null"/> for the beginning.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The accounts in order, the one with the key <paramref name="after"/> not among them.</returns>
    IAsyncEnumerable<SurveyItem> ReadAsync(string? after, CancellationToken cancellationToken = default);
}
