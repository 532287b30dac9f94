using MyNumber.Numbering.Issuing.Designation;

namespace MyNumber.Numbering.Tests.Issuing.Designation;

/// <summary>A line that loses answers when told to, after the center has done its work.</summary>
internal sealed class FlakyLine(INumberGeneration center) : INumberGeneration
{
    public int Losses { get; set; }

    public int Calls { get; private set; }

    public GenerationRequest? Last { get; private set; }

    public async ValueTask<GenerationResponse> GenerateAsync(GenerationRequest request, CancellationToken cancellationToken = default)
    {
        (Calls, Last) = (Calls + 1, request);
        GenerationResponse response = await center.GenerateAsync(request, cancellationToken);
        return Losses-- > 0 ? throw new TimeoutException() : response;
    }
}
