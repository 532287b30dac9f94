namespace Microsoft.Extensions.DependencyInjection;

/// <summary>What <see cref="JpkiServiceCollectionExtensions.AddMyNumberJpki(IServiceCollection, Action{MyNumber.Jpki.AspNetCore.Configuration.JpkiOptions})"/> gives back, for further settings.</summary>
public interface IJpkiBuilder
{
    /// <summary>The services of the application.</summary>
    IServiceCollection Services { get; }
}
