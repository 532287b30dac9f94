namespace MyNumber.Numbering.Issuing.Designation;

/// <summary>The line between a mayor and J-LIS: call and response (番号法8条).</summary>
/// <remarks>Thread safe. An answer may be lost on the way; asking again with the same request gives it again.</remarks>
public interface INumberGeneration
{
    /// <summary>Asks for a number.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Gives up; the number may be made all the same.</param>
    /// <returns>The answer.</returns>
    ValueTask<GenerationResponse> GenerateAsync(GenerationRequest request, CancellationToken cancellationToken = default);
}
