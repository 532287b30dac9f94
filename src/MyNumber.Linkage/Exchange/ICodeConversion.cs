using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Codes;

namespace MyNumber.Linkage.Exchange;

/// <summary>The core's conversion of one agency's code into another's (符号変換), with its register behind it.</summary>
/// <remarks>Thread safe.</remarks>
public interface ICodeConversion
{
    /// <summary>Converts.</summary>
    /// <param name="inquirer">Who presents the code.</param>
    /// <param name="code">The code.</param>
    /// <param name="provider">Whose code is wanted.</param>
    /// <param name="at">When.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The provider's code, or why there is none.</returns>
    ValueTask<ConvertedCode> ConvertAsync(AgencyId inquirer, AgencyCode code, AgencyId provider, DateTimeOffset at, CancellationToken cancellationToken = default);
}
