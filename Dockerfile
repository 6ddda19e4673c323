# A container that audits pages as a user without rights. Build: docker build -t a11ycheck .
# Run: docker run --rm --security-opt seccomp=chrome.json -v "$PWD:/work" a11ycheck scan docs/_build/html
# docs/ci/docker.md says how the browser keeps its sandbox, and what happens when it cannot.
FROM python:3.12-slim-bookworm

RUN apt-get update \
 && apt-get install --yes --no-install-recommends chromium-headless-shell fonts-dejavu fonts-noto-core \
 && rm -rf /var/lib/apt/lists/*

COPY . /src
RUN python -m pip install --no-cache-dir /src && rm -rf /src

RUN useradd --create-home --uid 1000 auditor
USER auditor
WORKDIR /work
ENTRYPOINT ["a11ycheck"]
CMD ["--help"]
